/**
 * Keeps a field in view while its list is open: what comes late above it would carry both away. Who scrolls is left alone.
 * @returns what ends it.
 */
export function stayInView(field: Element): () => void {
  const page = field.ownerDocument;
  let scrolled = false;
  const onScroll = (): void => { scrolled = true; };
  const sight = new IntersectionObserver(([entry]) => {
    if (!entry?.isIntersecting && !scrolled) field.scrollIntoView({ block: 'nearest' });
    scrolled = false;
  });
  page.addEventListener('scroll', onScroll, { capture: true, passive: true });
  sight.observe(field);
  return () => {
    page.removeEventListener('scroll', onScroll, { capture: true });
    sight.disconnect();
  };
}
