// A drawing as the text of an SVG file, colours and faces written into it.
import type { Drawing, Shape } from './drawing';
import type { Palette } from './palette';

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

function element(name: string, attributes: Record<string, string | number>, content = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  return `<${name}${written}>${escaped(content)}</${name}>`;
}

function shapeElement(shape: Shape, { inks, faces }: Palette): string {
  const colour = inks[shape.ink];
  if (shape.is === 'rect') {
    const { x, y, width, height } = shape;
    return element('rect', { x, y, width, height, fill: colour });
  }
  if (shape.is === 'line') {
    const { x1, y1, x2, y2 } = shape;
    return element('line', { x1, y1, x2, y2, stroke: colour });
  }
  const look = {
    x: shape.x,
    y: shape.y,
    fill: colour,
    'font-family': faces[shape.face],
    'font-size': shape.size,
    'font-weight': shape.bold ? 700 : 400,
    'text-anchor': shape.anchor,
  };
  return element('text', look, shape.text);
}

export function toSvg(drawing: Drawing, palette: Palette, title: string): string {
  const { width, height, shapes } = drawing;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    element('title', {}, title),
    ...shapes.map((shape) => shapeElement(shape, palette)),
    '</svg>',
  ].join('\n');
}
