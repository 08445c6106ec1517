FROM node
ENV API_KEY=secret123 \
    NODE_ENV=production
ADD . /app
WORKDIR app
RUN apt-get update
RUN sudo apt-get install curl && npm install
USER app
COPY --from=busybox /bin/wget /usr/bin/wget
USER root
CMD npm start
