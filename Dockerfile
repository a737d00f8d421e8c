# A small image with the release binary, for those without Swift:
#
#   docker build -t turnpike .
#   docker run --rm -i turnpike convert - < changes.834 > changes.ndjson

FROM swift:6.3-bookworm AS build
# The image may bring zlib's header already; then this does nothing.
RUN apt-get update && apt-get install -y --no-install-recommends zlib1g-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /turnpike
# Packages first: they change less often than sources do.
COPY Package.swift ./
RUN swift package resolve
COPY . .
RUN swift build -c release --product turnpike --static-swift-stdlib \
    && strip -o /usr/local/bin/turnpike "$(swift build -c release --show-bin-path)/turnpike"

# The binary needs libc, libgcc, libstdc++ and zlib, which the slim image has.
FROM debian:bookworm-slim
COPY --from=build /usr/local/bin/turnpike /usr/local/bin/turnpike
WORKDIR /data
# nobody, by number, so that a cluster can see that it is not root.
USER 65534:65534
ENTRYPOINT ["turnpike"]
CMD ["--help"]
