import { http, type HttpHandler } from 'msw';

/**
 * The reference backend behind Mock Service Worker: one handler, the same answers.
 * @param handle what `createHandler` gives.
 */
export const rorHandlers = (handle: (request: Request) => Promise<Response>): HttpHandler[] => [http.all('*/api/*', ({ request }) => handle(request))];
