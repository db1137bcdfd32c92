import { css } from 'lit';

/** A colour and a texture for each type of range (JDV_J41), so that neither is ever needed alone. */
export const typesStyles = css`
  [data-type='02'] { --_fond: light-dark(#e4f5eb, #143626); --_trait: light-dark(#1a7044, #6fd09b); --_motif: repeating-linear-gradient(45deg, var(--_encre) 0 1px, transparent 1px 8px); }
  [data-type='03'] { --_fond: light-dark(#f0eafb, #2d2345); --_trait: light-dark(#5b3aa0, #bda4f5); --_motif: repeating-linear-gradient(-45deg, var(--_encre) 0 1px, transparent 1px 8px); }
  [data-type='04'] { --_fond: light-dark(#fff3d6, #3a2f12); --_trait: light-dark(#7a5200, #f0c060); --_motif: radial-gradient(var(--_encre) 1px, transparent 1.5px) 0 0 / 8px 8px; }
  [data-type='05'] { --_fond: light-dark(#dff5f4, #0f3a3a); --_trait: light-dark(#0b6e6a, #5fd0ca); --_motif: repeating-linear-gradient(var(--_encre) 0 1px, transparent 1px 7px); }
  [data-type='06'] { --_fond: light-dark(#fdeaf3, #43203a); --_trait: light-dark(#a01f66, #f59ac8); --_motif: repeating-linear-gradient(90deg, var(--_encre) 0 1px, transparent 1px 7px); }
  [data-type='07'] { --_fond: light-dark(#e8ebfd, #20264d); --_trait: light-dark(#3443a8, #a6b1ff); --_motif: repeating-linear-gradient(45deg, var(--_encre) 0 1px, transparent 1px 9px), repeating-linear-gradient(-45deg, var(--_encre) 0 1px, transparent 1px 9px); }
  [data-type='08'] { --_fond: var(--_danger-soft); --_trait: var(--_danger); --_motif: repeating-linear-gradient(45deg, var(--_encre) 0 2px, transparent 2px 5px); }
  [data-type='09'] { --_fond: var(--_surface-soft); --_trait: var(--_text-soft); --_motif: radial-gradient(var(--_encre) 2px, transparent 2.5px) 0 0 / 14px 14px; }
  [data-type='10'] { --_fond: light-dark(#e2f3fd, #10344a); --_trait: light-dark(#0a5f8c, #74c6f5); --_motif: repeating-linear-gradient(var(--_encre) 0 1px, transparent 1px 9px), repeating-linear-gradient(90deg, var(--_encre) 0 1px, transparent 1px 9px); }
  [data-type='11'] { --_fond: light-dark(#f6ece2, #3a2a1c); --_trait: light-dark(#7c4a1d, #e0ac7c); --_motif: repeating-linear-gradient(-45deg, var(--_encre) 0 2px, transparent 2px 12px); }
  @media (forced-colors: active) {
    [data-type] { --_fond: Canvas; --_trait: CanvasText; }
  }
`;
