// The picture that a signature becomes: drawn by pointer, or a typed name written on it.
/** In points of the picture, whatever size it is shown at. */
export const [width, height] = [600, 200];
const ink = '#12263a';

export interface Point {
  x: number;
  y: number;
}

export const wipe = (context: CanvasRenderingContext2D): void => {
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
};

export const drawLine = (context: CanvasRenderingContext2D, from: Point, to: Point): void => {
  context.strokeStyle = ink;
  context.lineWidth = 4;
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(from.x, from.y);
  // A dot where nothing was moved.
  context.lineTo(to.x + (from.x === to.x && from.y === to.y ? 0.1 : 0), to.y);
  context.stroke();
};

/** As large as it fits. */
export const writeName = (context: CanvasRenderingContext2D, name: string): void => {
  wipe(context);
  context.fillStyle = ink;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const font = (size: number) => `italic ${size}px Georgia, "Times New Roman", serif`;
  context.font = font(72);
  const size = Math.min(72, (72 * (width - 40)) / Math.max(1, context.measureText(name).width));
  context.font = font(size);
  context.fillText(name, width / 2, height / 2);
};
