// The application as an ordered list: parsers, the API's doors from their declarations, the OpenAPI
// document from the same declarations, the built screens, and one place where errors become answers.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifySchema,
} from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { ErrorBody } from '#contract/page.ts';
import type { RouteShape } from '#contract/route.ts';
import { messageOf, Refusal } from '#domain/kernel/refusal.ts';
import type { Platform } from '#server/platform.ts';
import { answerRequest, languageOf } from './answer-request.ts';
import * as refusals from './input-refusals.ts';
import type { Served } from './serve.ts';
import { serveScreens } from './serve-screens.ts';

export interface AppOptions {
  readonly platform: Platform;
  readonly routes: readonly Served[];
  /** Folder of the built screens; absent in server tests. */
  readonly webFolder?: string;
  readonly log?: boolean;
  readonly uploadLimitBytes?: number;
}

export async function makeApp(options: AppOptions): Promise<FastifyInstance> {
  const { platform, routes } = options;
  const app = fastify({
    logger: options.log === true ? { level: 'warn' } : false,
    bodyLimit: 2 * 1024 * 1024,
    trustProxy: 'loopback',
    forceCloseConnections: true,
  });
  // Requests are parsed and answers checked by the wrapper, from the same schemas.
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => (body) => JSON.stringify(body));
  app.setErrorHandler((error: FastifyError, request, reply) => sendError(error, request, reply));
  await app.register(cookie);
  await app.register(multipart, {
    limits: { files: 1, fileSize: options.uploadLimitBytes ?? 200 * 1024 * 1024 },
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Bangfu 帮扶', version: platform.version, license: { name: 'Apache-2.0' } },
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer' },
          cookie: { type: 'apiKey', in: 'cookie', name: 'bangfu_session' },
        },
      },
    },
    transform: jsonSchemaTransform,
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'same-origin');
    reply.header('x-frame-options', 'DENY');
  });
  await app.register(async (api) => {
    for (const served of routes) addRoute(api, platform, served);
    api.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
      reply.type('application/json').send(JSON.stringify(app.swagger())),
    );
  });
  if (options.webFolder !== undefined && existsSync(options.webFolder)) {
    await serveScreens(app, platform, options.webFolder, refuseUnknown);
  } else {
    app.setNotFoundHandler(refuseUnknown);
  }
  return app;
}

function addRoute(app: FastifyInstance, platform: Platform, served: Served): void {
  const { shape } = served;
  app.route({
    method: shape.method,
    url: shape.path,
    schema: documentationOf(shape),
    handler: (request, reply) => answerRequest(platform, served, request, reply),
  });
}

function documentationOf(shape: RouteShape): FastifySchema {
  const capability = shape.path.split('/')[2] ?? 'platform';
  return {
    summary: shape.summary,
    tags: [capability],
    ...(shape.params === undefined ? {} : { params: shape.params }),
    ...(shape.query === undefined ? {} : { querystring: shape.query }),
    ...(shape.body === undefined ? {} : { body: shape.body }),
    response: {
      ...(shape.output === undefined ? {} : { 200: shape.output }),
      '4xx': ErrorBody,
    },
    security: shape.permission === 'public' ? [] : [{ bearer: [] }, { cookie: [] }],
    ...{
      'x-bangfu-permission': shape.permission,
      'x-bangfu-area': shape.area,
      'x-bangfu-audit': shape.audit,
    },
  };
}

function refuseUnknown(request: FastifyRequest, reply: FastifyReply) {
  const path = request.url.split('?')[0] ?? '';
  return sendError(new Refusal(refusals.unknownAddress, { path }), request, reply);
}

/** The one place where an error becomes an answer. A bug shows its incident number and nothing else. */
function sendError(error: Error & { code?: string }, request: FastifyRequest, reply: FastifyReply) {
  if (reply.raw.headersSent) {
    reply.raw.destroy(error);
    return reply;
  }
  const refusal = refusalOf(error);
  if (refusal !== undefined) {
    const { path } = refusal.facts;
    return reply.code(refusal.kind.status).send({
      error: {
        code: refusal.kind.code,
        message: messageOf(refusal, languageOf(request)),
        ...(typeof path === 'string' ? { path } : {}),
        ...(refusal.details === undefined ? {} : { details: refusal.details }),
      },
    });
  }
  const incident = randomUUID().slice(0, 8);
  process.stderr.write(
    `incident ${incident}: ${request.method} ${request.url.split('?')[0]}\n${error.stack}\n`,
  );
  return sendError(new Refusal(refusals.brokenWorld, { incident }), request, reply);
}

function refusalOf(error: Error & { code?: string }): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' || error.code === 'FST_REQ_FILE_TOO_LARGE') {
    return new Refusal(refusals.tooLarge);
  }
  if (error.code?.startsWith('FST_ERR_CTP') === true || error instanceof SyntaxError) {
    return new Refusal(refusals.unreadableBody);
  }
  return undefined;
}
