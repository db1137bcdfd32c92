import { css } from 'lit';

/** A message across a block: `.banner` informs, `.warning` (the guides' yellow banner), `.success`, `.danger`. */
export const bannerStyles = css`
  .banner {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    margin: 0;
    padding: 0.75rem 1rem;
    border: 1px solid var(--_accent);
    border-inline-start-width: 0.3rem;
    border-radius: var(--_radius);
    background: var(--_accent-soft);
  }
  .banner > p { flex: 1 1 16rem; margin: 0; }
  .banner.warning { border-color: var(--_warning); background: var(--_warning-soft); }
  .banner.success { border-color: var(--_success); background: var(--_success-soft); }
  .banner.danger { border-color: var(--_danger); background: var(--_danger-soft); }
`;
