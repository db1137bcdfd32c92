/** The module build, which, unlike the other, leaves nothing on `window`. */
declare module 'leaflet/dist/leaflet-src.esm.js' {
  export * from 'leaflet';
}
