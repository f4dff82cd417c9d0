ARG base
FROM ${base}
RUN groupadd --system --gid 1000 centrifugo && useradd --system --gid centrifugo --uid 1000 centrifugo
USER centrifugo
WORKDIR /centrifugo
COPY centrifugo /usr/local/bin/centrifugo
CMD ["centrifugo"]
