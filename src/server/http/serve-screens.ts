// The built screens: files that never change, and one of three pages for every other address: the desk, the
// light entry, the public page of notices.
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isFieldRole } from '#domain/access/field-role.ts';
import type { Platform } from '#server/platform.ts';
import { sessionCookie } from './answer-request.ts';

export async function serveScreens(
  app: FastifyInstance,
  platform: Pick<Platform, 'authenticate'>,
  folder: string,
  refuseUnknown: (request: FastifyRequest, reply: FastifyReply) => FastifyReply,
): Promise<void> {
  await app.register(staticFiles, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders(reply, path) {
      const lasting = path.includes('/assets/');
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler(async (request, reply) => {
    const isPage = request.method === 'GET' && !request.url.startsWith('/api/');
    if (!isPage) return refuseUnknown(request, reply);
    if (/^\/(?:notice|report)(?:\/|\?|$)/.test(request.url)) return sendNoticePage(reply);
    const entry = await entryFor(platform, request);
    return reply.header('vary', 'cookie').type('text/html').sendFile(entry);
  });
}

/** The light entry for whoever comes by a phone and for a few things, and for the door; else the desk. */
async function entryFor(
  platform: Pick<Platform, 'authenticate'>,
  request: FastifyRequest,
): Promise<string> {
  const token = request.cookies[sessionCookie];
  const session = token === undefined ? undefined : await platform.authenticate(token);
  const isLight =
    session === undefined
      ? /^\/sign-in(?:\?|$)/.test(request.url)
      : isFieldRole(session.actor.role);
  return isLight ? 'field.html' : 'index.html';
}

/** Read by everybody, found by no search engine, framed by nobody, and kept by no cache on the way. */
function sendNoticePage(reply: FastifyReply) {
  return reply
    .header('x-robots-tag', 'noindex, nofollow, noarchive')
    .type('text/html')
    .sendFile('notice.html');
}
