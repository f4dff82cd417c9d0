ARG base
FROM ${base}
# Debian's marker makes pip refuse to install outside a virtual environment; the official image has none.
RUN apt-get update -qq \
    && apt-get install -y --no-install-recommends python3 python3-pip python3-venv \
    && rm -rf /var/lib/apt/lists/* /usr/lib/python3.11/EXTERNALLY-MANAGED \
    && for name in python python3 python3.11; do ln -s /usr/bin/python3.11 "/usr/local/bin/$name"; done \
    && for name in pip pip3; do ln -s /usr/bin/pip3 "/usr/local/bin/$name"; done
CMD ["python3"]
