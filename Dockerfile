# A small image with the release binary, for those without Swift:
#
#   docker build -t turnpike .
#   docker run --rm -i turnpike convert - < changes.834 > changes.ndjson

FROM swift:6.3-bookworm AS build
# The image may bring some of these already.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libxml2-dev pkg-config zlib1g-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /turnpike
# Packages first: they change less often than sources do.
COPY Package.swift ./
RUN swift package resolve
COPY . .
RUN scripts/build-release \
    && strip -o /usr/local/bin/turnpike "$(scripts/build-release --show-bin-path)/turnpike"

# The binary needs libc, libgcc, libstdc++ and zlib, which the slim image has, and libxml2.
FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends libxml2 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /usr/local/bin/turnpike /usr/local/bin/turnpike
WORKDIR /data
# nobody, by number, so that a cluster can see that it is not root.
USER 65534:65534
ENTRYPOINT ["turnpike"]
CMD ["--help"]
