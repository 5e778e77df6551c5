# The API. All its settings come from the environment when it runs.
FROM python:3.12-slim AS build
RUN pip install --no-cache-dir uv
WORKDIR /source
COPY pyproject.toml README.md LICENSE ./
COPY graph graph
COPY ingest ingest
COPY viz viz
COPY api api
RUN uv venv /opt/accord && uv pip install --no-cache --python /opt/accord .

FROM python:3.12-slim
RUN useradd --system --uid 10001 --no-create-home accord && install -d -o accord -m 0700 /var/lib/accord
COPY --from=build /opt/accord /opt/accord
ENV PATH="/opt/accord/bin:$PATH" PYTHONUNBUFFERED=1 ACCORD_HOME=/var/lib/accord
USER accord
WORKDIR /var/lib/accord
EXPOSE 8000
CMD ["accord", "serve", "--host", "0.0.0.0"]
