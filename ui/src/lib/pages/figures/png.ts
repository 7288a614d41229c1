// A drawing as the bytes of a PNG file. Painted shape by shape: no image is loaded, so nothing has to be allowed.
import type { Drawing, Shape } from './drawing';
import type { Palette } from './palette';

/** Points of the file for each pixel of the drawing. */
const SCALE = 2;

function paint(canvas: CanvasRenderingContext2D, shape: Shape, { inks, faces }: Palette) {
  canvas.fillStyle = canvas.strokeStyle = inks[shape.ink];
  if (shape.is === 'rect') canvas.fillRect(shape.x, shape.y, shape.width, shape.height);
  else if (shape.is === 'line') {
    canvas.beginPath();
    canvas.moveTo(shape.x1, shape.y1);
    canvas.lineTo(shape.x2, shape.y2);
    canvas.stroke();
  } else {
    canvas.font = `${shape.bold ? 700 : 400} ${shape.size}px ${faces[shape.face]}`;
    canvas.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor;
    canvas.fillText(shape.text, shape.x, shape.y);
  }
}

/** Fails where the browser has no canvas to give. */
export async function toPng(drawing: Drawing, palette: Palette): Promise<Uint8Array> {
  const canvas = document.createElement('canvas');
  canvas.width = drawing.width * SCALE;
  canvas.height = drawing.height * SCALE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.scale(SCALE, SCALE);
  for (const shape of drawing.shapes) paint(context, shape, palette);
  const file = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!file) throw new Error('no picture');
  return new Uint8Array(await file.arrayBuffer());
}
