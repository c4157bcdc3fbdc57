/**
 * Where dialogs are put. Not the body itself: for that the component library would lock scrolling with a style element
 * that has no nonce, which the page's policy refuses; the body does not scroll anyway.
 */
export const layers = (): HTMLElement => document.getElementById('layers') ?? document.body;
