# syntax=docker/dockerfile:1
FROM python:3.13-slim AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /app
COPY requirements.txt ./
RUN python -m venv /venv
RUN /venv/bin/python -m pip install --require-hashes -r requirements.txt
COPY manage.py ./
COPY festival ./festival
COPY submissions ./submissions
COPY templates ./templates
COPY static ./static
# The key made for this step is left behind in this stage.
RUN /venv/bin/python manage.py collectstatic --no-input --verbosity 0
RUN /venv/bin/python -m whitenoise.compress --quiet collected
RUN /venv/bin/python -m compileall -q festival submissions
RUN rm -rf var

FROM python:3.13-slim
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 HOME=/tmp PORT=8000
WORKDIR /app
COPY --from=build /venv /venv
COPY --from=build /app /app
# A number and not a name: orchestrators can see that it is not root.
RUN install -d -o 10001 -g 10001 /app/var /app/var/media
USER 10001:10001
VOLUME /app/var
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 CMD ["python", "-m", "festival.probe"]
CMD ["python", "manage.py", "serve", "--web-only", "--host", "0.0.0.0"]
