import { base64 } from '../../../api/base64.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** What shapes and letters take from the style sheets, which a file of its own does not have. */
const ofShapes = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
] as const;
const ofLetters = [
  'fill',
  'stroke',
  'stroke-width',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

const margin = 24;
const headingHeight = 34;

/** A drawing as a file holds it, and its size in CSS px. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Writes what the style sheets say of shapes and letters into them. */
function inlineStyles(drawing: SVGSVGElement): void {
  for (const element of drawing.querySelectorAll('line, circle, rect, path, text')) {
    const style = getComputedStyle(element);
    for (const property of element.tagName === 'text' ? ofLetters : ofShapes) {
      element.setAttribute(property, style.getPropertyValue(property));
    }
    element.removeAttribute('class');
  }
}

/** Links of the page lead nowhere outside it: what is in them stays, without the room to click on. */
function withoutLinks(drawing: SVGSVGElement): void {
  for (const line of drawing.querySelectorAll('[data-hit]')) line.remove();
  for (const link of drawing.querySelectorAll('a')) {
    const group = document.createElementNS(svgNamespace, 'g');
    group.append(...link.childNodes);
    link.replaceWith(group);
  }
}

function text(words: string, x: number, y: number, size: number, weight: number): Element {
  const element = document.createElementNS(svgNamespace, 'text');
  element.textContent = words;
  for (const [name, value] of Object.entries({
    x,
    y,
    fill: '#1a1b1d',
    'font-family': 'Georgia, serif',
    'font-size': size,
    'font-weight': weight,
  })) {
    element.setAttribute(name, String(value));
  }
  return element;
}

/**
 * A drawing of the page as a picture for paper: in light colours whatever the theme, on white, under
 * its title, with nothing in it that another program would need the page for.
 */
export function pictureOf(shown: SVGSVGElement, title: string, note: string): Picture {
  const { width, height } = shown.viewBox.baseVal;
  const copy = shown.cloneNode(true) as SVGSVGElement;
  const desk = document.createElement('div');
  desk.dataset['theme'] = 'light';
  desk.hidden = true;
  desk.append(copy);
  document.body.append(desk);
  try {
    inlineStyles(copy);
  } finally {
    desk.remove();
  }
  withoutLinks(copy);
  const size = { width: width + 2 * margin, height: height + headingHeight + 3 * margin };
  const page = document.createElementNS(svgNamespace, 'svg');
  page.setAttribute('xmlns', svgNamespace);
  page.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  page.setAttribute('width', String(size.width));
  page.setAttribute('height', String(size.height));
  page.setAttribute('role', 'img');
  const name = document.createElementNS(svgNamespace, 'title');
  name.textContent = title;
  const paper = document.createElementNS(svgNamespace, 'rect');
  for (const side of ['width', 'height']) paper.setAttribute(side, '100%');
  paper.setAttribute('fill', '#ffffff');
  const moved = document.createElementNS(svgNamespace, 'g');
  moved.setAttribute('transform', `translate(${margin} ${margin + headingHeight})`);
  moved.append(...copy.childNodes);
  page.append(
    name,
    paper,
    text(title, margin, margin + 16, 18, 600),
    moved,
    text(note, margin, size.height - margin, 11, 400),
  );
  return { svg: new XMLSerializer().serializeToString(page), ...size };
}

/** The picture as SVG, in base64. */
export const svgBase64 = ({ svg }: Picture): Promise<string> =>
  base64(new File([svg], 'picture.svg'));

/** Dots for each CSS px: 192 to the inch, as print needs. */
const density = 2;

/** The picture as PNG, in base64. Rejects where the browser cannot draw it. */
export async function pngBase64({ svg, width, height }: Picture): Promise<string> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * density;
    canvas.height = height * density;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/u, '');
  } finally {
    URL.revokeObjectURL(url);
  }
}
