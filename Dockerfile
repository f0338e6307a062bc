# Run it read-only, with the config in /work, and a folder for reports that its user may write to:
#   docker run --rm --read-only --user "$(id -u)" -v "$PWD:/work:ro" -v "$PWD/out:/out" backuplint scan -f html=/out/backuplint.html
# Base images are named by tag, so that a build takes their security updates. Whoever must build the same image twice pins
# the digests that `docker buildx imagetools inspect` shows.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc LICENSE ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY scripts/build.mjs scripts/prepare.mjs ./scripts/
COPY src ./src
# The second installation leaves what runs alone.
RUN node scripts/build.mjs && npm ci --omit=dev --ignore-scripts
COPY rules ./rules
COPY data ./data
COPY schemas ./schemas
COPY templates ./templates
# A clone made under a strict umask would give an image that its own user cannot read.
RUN chmod -R a+rX,go-w .

# Node and no shell: no profile with a credential_process works in it; environment, web identity, ECS and EKS roles do.
FROM gcr.io/distroless/nodejs24-debian13:nonroot
LABEL org.opencontainers.image.title="backuplint" \
      org.opencontainers.image.description="A policy-as-code lint engine for AWS Backup" \
      org.opencontainers.image.source="https://github.com/backuplint/backuplint" \
      org.opencontainers.image.licenses="Apache-2.0"
ENV NODE_ENV=production
COPY --from=build /app/package.json /app/LICENSE /app/
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/dist /app/dist
COPY --from=build /app/rules /app/rules
COPY --from=build /app/data /app/data
COPY --from=build /app/schemas /app/schemas
COPY --from=build /app/templates /app/templates
# A number, so that a cluster can see that it is not root.
USER 65532:65532
WORKDIR /work
HEALTHCHECK NONE
ENTRYPOINT ["/nodejs/bin/node", "/app/dist/bin.js"]
