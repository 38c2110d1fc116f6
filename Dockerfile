# The web app. Build:  docker build -t clausier .      Run, with the vectors in the volume too:
#   docker run -p 8501:8501 -v clausier-home:/data clausier
FROM python:3.11-slim

# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --no-install-recommends -y libgl1 libglib2.0-0 libgomp1 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --user-group --no-create-home --home-dir /data clausier \
    && install -d -o clausier -g clausier -m 0700 /data

WORKDIR /app
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY assistant assistant
COPY evals evals
COPY ingest ingest
COPY prompts prompts
RUN pip install --no-cache-dir -c constraints.txt '.[auth,openai]'

USER 10001
ENV CLAUSIER_HOME=/data
VOLUME /data
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:8501/_stcore/health')"]
CMD ["clausier", "app", "--host", "0.0.0.0", "--port", "8501"]
