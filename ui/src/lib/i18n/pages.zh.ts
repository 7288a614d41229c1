// Words of the pages that are not texts, in Chinese: library, duties, checklists, glossary, topics, figures, first steps.

/** 2018, 2018-11, 2018-11-09 as people write them. */
const moment = (text: string) => {
  const [year, month, day] = text.split('-').map(Number);
  return `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`;
};

/** 2020—2023年, 2023年1月至11月, 2020年1月至2023年12月. */
const span = (from: string, until: string) => {
  if (from === until) return moment(from);
  if (from.length === 4 && until.length === 4) return `${from}—${moment(until)}`;
  const sameYear = from.slice(0, 4) === until.slice(0, 4) && until.length > 4;
  return `${moment(from)}至${sameYear ? moment(until).slice(5) : moment(until)}`;
};

export const pagesZh = {
  moment,
  span,
  /** Between the members of a list. */
  comma: '、',
  /** Between clauses of a line. */
  semicolon: '；',
  colon: '：',
  /** Between sentences. */
  gap: '',
  numbers: {
    /** A number the source itself gives roughly. */
    about: (number: string) => `约${number}`,
    /** Large numbers are counted in these, when that loses nothing. */
    tenThousand: '万',
    hundredMillion: '亿',
    withUnit: (number: string, unit: string) => number + unit,
  },
  clear: '全部清除',
  remove: '去掉',
  more: (count: number) => `全部 ${count} 项`,
  fewer: '收起',
  exported: (path: string) => `已存为 ${path}`,

  library: {
    lead: '按书架、罪名、对象等条件在全部文献里挑选；同一类里选几项是“或”，不同类之间是“并且”。',
    filter: '筛选题名与要旨',
    facets: '筛选条件',
    open: (count: number) => (count > 0 ? `筛选条件（已选 ${count} 项）` : '筛选条件'),
    chosen: '已选',
    found: (count: number, total: number) =>
      count === total ? `共 ${total} 种` : `${count} 种，全部 ${total} 种`,
    none: '没有同时合乎这些条件的文献。',
    batch: (court: string, number: string) => `${court}第${number}批`,
    card: '题录：只有题名与要点',
    titles: {
      shelf: '书架',
      kind: '种类',
      court: '发布机关',
      batch: '批次',
      function: '检察职能',
      crime: '罪名与案由',
      minor: '未成年人在案中',
      internet: '网络因素',
      topic: '主题',
      audience: '讲解对象',
      evidence: '依据',
    },
    shelves: {
      regulations: '条例',
      provisions: '规定',
      cases: '指导性案例',
      related: '相关法律',
      policy: '政策与数据',
    },
    courts: { spp: '最高检', spc: '最高法' },
    internet: { yes: '有', weak: '弱', no: '无' },
    audiences: ['小学生', '初中生', '高中生', '家长', '教师'],
  },

  duties: {
    lead: '条例规定谁要做什么、由谁监管、违反了有什么后果。措辞是本书的整理，以官方文本为准。',
    by: '分组',
    pivots: { actor: '按义务主体', authority: '按监管部门', measure: '按后果' },
    filters: '筛选',
    actor: '义务主体',
    authority: '监管部门',
    measure: '后果',
    any: '不限',
    export: '导出 CSV',
    found: (count: number) => `${count} 项义务`,
    none: '没有合乎这些条件的义务。',
    reset: '清除筛选',
    here: (label: string) => `${label}的义务与罚则`,
    noneHere: (label: string) => `${label}没有列入义务表。`,
    rest: '全部义务',
    whose: '主体',
    enforcedBy: '监管',
    penalties: '罚则',
    noPenalty: '条例没有为它单设罚则',
    noAuthority: '未写明监管部门',
    unfold: '展开全部罚则',
    fold: '收起全部罚则',
    table: (label: string) => `${label}的罚则`,
    tier: '档次',
    what: '措施',
    on: '对象',
    condition: '情形',
    measures: {
      'order-correction': '责令改正',
      warning: '警告',
      criticism: '通报批评',
      confiscation: '没收违法所得',
      fine: '罚款',
      'suspend-business': '责令暂停相关业务',
      'suspend-for-rectification': '停业整顿或者停产停业',
      'close-website': '关闭网站',
      'revoke-licence': '吊销许可证或者营业执照',
      ban: '禁止任职或者从业',
      discipline: '处分',
      'other-law': '依照其他法律处理',
      'civil-liability': '民事责任',
      'public-security-penalty': '治安管理处罚',
      'criminal-liability': '刑事责任',
      admonition: '批评教育、劝诫制止、督促接受家庭教育指导',
    },
  },

  checklists: {
    lead: '照着逐条核对；勾选只在程序打开期间保留。',
    sheets: '全部清单',
    done: (done: number, total: number) => `已核对 ${done}，共 ${total}`,
    points: (count: number) => `${count} 点`,
    clear: '清除勾选',
    cleared: '已清除这份清单的勾选。',
    print: '打印',
    none: '馆内还没有审查清单。',
    unknown: '没有这份清单。',
  },

  glossary: {
    lead: '法律上怎么说，对孩子怎么讲。',
    filter: '筛选术语',
    found: (count: number) => `${count} 个术语`,
    none: (text: string) => `没有合乎“${text}”的术语。`,
    empty: '馆内还没有术语表。',
    child: '对孩子说',
    letters: '按字母',
    other: '其他',
  },

  topics: {
    lead: '同一个题目在条文、案例和政策里各讲了什么。',
    tree: '主题',
    choose: '从目录里选一个主题。',
    none: '馆内还没有主题表。',
    unknown: '没有这个主题。',
    below: '细分',
    count: (count: number) => `${count} 处`,
    noPlaces: '这个主题本身没有列出处，见细分主题。',
    documents: '在馆藏里筛选这个主题',
  },

  figures: {
    lead: '公开发布过的数字和由它们画的图；每个数字都写明统计什么、哪一段时间、谁发布的。',
    charts: '图',
    table: '全部数字',
    tableOf: (title: string) => `${title}：数字`,
    warnings: '先看：哪些数字不能放在一起比',
    rule: '出自不同的发布、口径、时间段或者计数单位（人、件）的数字，不能相加减，也不能接成一列。具体说明：',
    none: '馆内还没有收数字。',
    twin: '这张图的数字',
    png: '存为 PNG',
    svg: '存为 SVG',
    note: '注意',
    source: '来源',
    unit: '单位',
    value: '数值',
    counts: '统计的是什么',
    period: '时间',
    released: '发布',
    evidence: '依据',
    caution: '比较时注意',
    label: '项目',
    roughly: '“约”表示来源只给了概数。',
    described: (unit: string, values: string) => `单位：${unit}。${values}。`,
    one: (label: string, value: string) => `${label} ${value}`,
    pictureFailed: '没能画出 PNG。请改存 SVG。',
  },

  steps: {
    cases: '找指导性案例',
    duties: '义务与罚则，按义务主体',
    checklist: '电子数据审查清单',
    campus: '给初中生讲的案例',
    child: '术语：对孩子怎么讲',
    figures: '可以放进课件的数字与图',
    first: '从条例第一条读起',
    glossary: '术语：法律上怎么说',
    compare: '第四十六条，中英对照',
  },
};
