/** Whether the device draws Chinese by itself: where it does not, two characters are the same box. */
export function drawsHan(): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = 32;
  canvas.height = 32;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) return true;
  const pictureOf = (character: string) => {
    pen.clearRect(0, 0, 32, 32);
    pen.font = '24px sans-serif';
    pen.fillText(character, 2, 26);
    return pen.getImageData(0, 0, 32, 32).data.join();
  };
  return pictureOf('公') !== pictureOf('示');
}
