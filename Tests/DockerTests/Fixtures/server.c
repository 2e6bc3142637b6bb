// The program in the test images: answers 200 on PORT, and has a word for each way a program can go wrong.
// Built with `cc -static`, so that an image of it needs nothing but it.
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

static void end(int signal) {
    (void)signal;
    _exit(0);
}

int main(int argc, char **argv) {
    signal(SIGTERM, end);
    setvbuf(stdout, NULL, _IOLBF, 0);
    for (int i = 1; i < argc; i++) {
        if (!strcmp(argv[i], "crash")) { fprintf(stderr, "going down\n"); return 3; }
        if (!strcmp(argv[i], "ignore-term")) signal(SIGTERM, SIG_IGN);
        if (!strcmp(argv[i], "say")) { puts("said"); fprintf(stderr, "complained\n"); return 7; }
        if (!strcmp(argv[i], "sleep")) { sleep(60); return 0; }
        if (!strcmp(argv[i], "true")) return 0;
        if (!strcmp(argv[i], "env")) { for (char **e = environ; *e; e++) puts(*e); return 0; }
        if (!strcmp(argv[i], "flood")) { for (long n = 0; n < 200000; n++) printf("line %ld\n", n); return 0; }
    }
    int port = getenv("PORT") ? atoi(getenv("PORT")) : 8080, one = 1;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 16)) {
        perror("listen");
        return 1;
    }
    printf("listening on %d\n", port);
    fprintf(stderr, "a line of errors\n");
    for (;;) {
        int peer = accept(listener, NULL, NULL);
        if (peer < 0) continue;
        char request[1024];
        if (read(peer, request, sizeof request) > 0) {
            const char *answer = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\nok\n";
            if (write(peer, answer, strlen(answer)) < 0) perror("write");
        }
        close(peer);
    }
}
