// First steps for each reader. Every one is a real move: open a place, compare it, run a search.
import type { Address, Bilingual } from '../ipc/bindings';

export type Step = { open: Address } | { compare: Address } | { search: Bilingual };
export type Role = 'prosecutor' | 'lecturer' | 'student';

const REGULATIONS = 'minors-online-protection';

export const steps: Record<Role, readonly Step[]> = {
  prosecutor: [
    { open: `${REGULATIONS}/56` },
    { open: `${REGULATIONS}/46` },
    { search: { zh: '违法所得', en: 'illegal gains' } },
  ],
  lecturer: [
    { open: `${REGULATIONS}/26` },
    { open: `${REGULATIONS}/44` },
    { search: { zh: '网络欺凌', en: 'cyberbullying' } },
  ],
  student: [
    { open: `${REGULATIONS}/1` },
    { compare: `${REGULATIONS}/43` },
    { search: { zh: '个人信息', en: 'personal information' } },
  ],
};
