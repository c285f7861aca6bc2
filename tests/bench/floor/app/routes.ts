import { type RouteConfig, route } from '@remix-run/route-config'

export default [
  route('pages/:name', 'routes/page.tsx'),
  route('post', 'routes/post.ts'),
] satisfies RouteConfig
