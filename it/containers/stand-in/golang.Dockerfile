ARG base
FROM ${base}
RUN apt-get update -qq \
    && apt-get install -y --no-install-recommends g++ gcc git libc6-dev make pkg-config \
    && rm -rf /var/lib/apt/lists/*
ENV GOTOOLCHAIN=local GOPATH=/go PATH=/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
COPY . /usr/local/go
RUN mkdir -p "$GOPATH/src" "$GOPATH/bin" && chmod -R 1777 "$GOPATH"
WORKDIR /go
CMD ["bash"]
