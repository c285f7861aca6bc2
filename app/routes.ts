import { index, layout, type RouteConfig, route } from '@remix-run/route-config'

/** The whole URL map, grouped by area. Links are written in paths.ts. */
export default [
  // ------------------------------------------------------------------ signing in, outside the frame (auth)
  route('sign-in', 'routes/auth/sign-in.tsx'),
  route('sign-out', 'routes/auth/sign-out.tsx'),
  route('forgotten-password', 'routes/auth/forgotten-password.tsx'),
  route('reset-password/:token', 'routes/auth/reset-password.tsx'),
  route('invitation/:token', 'routes/auth/invitation.tsx'),
  route('setup', 'routes/auth/setup.tsx'),
  route('no-membership', 'routes/auth/no-membership.tsx'),
  route('membership', 'routes/auth/membership.tsx'),
  route('preferences', 'routes/auth/preferences.tsx'),

  // ------------------------------------------------------------------ machine to machine, of their own kind
  route('live', 'routes/live.ts'),
  route('api/uploadthing', 'routes/files/uploadthing.ts'),
  route('ingest/:key', 'routes/files/ingest.ts'),

  layout('routes/frame.tsx', [
    index('routes/home/home.tsx'),

    // ---------------------------------------------------------------- accounts and people
    route('accounts', 'routes/accounts/list.tsx'),
    route('accounts/new', 'routes/accounts/new.tsx'),
    route('accounts/:id', 'routes/accounts/account.tsx'),
    route('accounts/:id/coverage', 'routes/accounts/coverage.tsx'),
    route('accounts/:id/team', 'routes/accounts/team.tsx'),
    route('accounts/:id/team/remove', 'routes/accounts/team-removal.tsx'),
    route('accounts/:id/restriction', 'routes/accounts/restriction.tsx'),
    route('accounts/:id/sites', 'routes/accounts/sites.tsx'),
    route('accounts/:id/administrator', 'routes/accounts/administrator.tsx'),
    route('accounts/:id/close', 'routes/accounts/close.tsx'),
    route('accounts/:id/reopen', 'routes/accounts/reopen.tsx'),
    route('members', 'routes/accounts/members/list.tsx'),
    route('members/invite', 'routes/accounts/members/invite.tsx'),
    route('members/invitations/repeat', 'routes/accounts/members/repeat.tsx'),
    route('members/invitations/withdraw', 'routes/accounts/members/withdraw.tsx'),
    route('members/:id', 'routes/accounts/members/member.tsx'),
    route('members/:id/deactivate', 'routes/accounts/members/deactivate.tsx'),
    route('members/:id/reactivate', 'routes/accounts/members/reactivate.tsx'),
    route('products', 'routes/accounts/products/list.tsx'),
    route('products/new', 'routes/accounts/products/new-product.tsx'),
    route('products/families/new', 'routes/accounts/products/new-family.tsx'),
    route('products/variants/new', 'routes/accounts/products/new-variant.tsx'),
    route('settings', 'routes/auth/settings.tsx'),
    route('settings/password', 'routes/auth/change-password.tsx'),
    route('settings/sessions', 'routes/auth/sessions.tsx'),

    // ---------------------------------------------------------------- documents
    route('documents', 'routes/documents/list.tsx'),
    route('documents/new', 'routes/documents/new.tsx'),
    route('documents/preview', 'routes/documents/preview.ts'),
    route('documents/:id', 'routes/documents/document.tsx'),
    route('documents/:id/edit', 'routes/documents/edit.tsx'),
    route('documents/:id/submit', 'routes/documents/submit.ts'),
    route('documents/:id/return', 'routes/documents/return.tsx'),
    route('documents/:id/release', 'routes/documents/release.tsx'),
    route('documents/:id/withdraw', 'routes/documents/withdraw.tsx'),
    route('documents/:id/versions', 'routes/documents/versions.ts'),
    route('documents/:id/audience', 'routes/documents/audience.tsx'),
    route('documents/:id/files/:fileId', 'routes/documents/file.ts'),

    // ---------------------------------------------------------------- consultations
    route('consultations', 'routes/consultations/list.tsx'),
    route('consultations/new', 'routes/consultations/new.tsx'),
    route('consultations/:id', 'routes/consultations/thread.tsx'),
    route('consultations/:id/messages', 'routes/consultations/messages.tsx'),
    route('consultations/:id/answer', 'routes/consultations/answer.tsx'),
    route('consultations/:id/accept', 'routes/consultations/accept.tsx'),
    route('consultations/:id/reopen', 'routes/consultations/reopen.tsx'),
    route('consultations/:id/assign', 'routes/consultations/assign.tsx'),
    route('consultations/:id/files/:fileId', 'routes/consultations/file.ts'),

    // ---------------------------------------------------------------- comparisons
    route('comparisons', 'routes/comparisons/list.tsx'),
    route('comparisons/new', 'routes/comparisons/new.tsx'),
    route('comparisons/:id', 'routes/comparisons/comparison.tsx'),
    route('comparisons/:id/edit', 'routes/comparisons/edit.tsx'),
    route('comparisons/:id/assumptions/:assumptionId', 'routes/comparisons/assumption.tsx'),
    route('comparisons/:id/share', 'routes/comparisons/share.tsx'),
    route('comparisons/:id/sign', 'routes/comparisons/sign.tsx'),
    route('comparisons/:id/copy', 'routes/comparisons/copy.tsx'),
    route('comparisons/:id/agreement', 'routes/comparisons/agreement.tsx'),

    // ---------------------------------------------------------------- notifications, search, audit
    route('notifications', 'routes/notifications/list.tsx'),
    route('notifications/read', 'routes/notifications/read-all.ts'),
    route('notifications/:id/read', 'routes/notifications/read.ts'),
    route('outbox', 'routes/notifications/outbox.tsx'),
    route('outbox/:id', 'routes/notifications/outbox-mail.tsx'),
    route('search', 'routes/search/search.tsx'),
    route('search/suggest', 'routes/search/suggest.ts'),
    route('audit', 'routes/audit/list.tsx'),
    route('audit/export', 'routes/audit/export.ts'),
  ]),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
