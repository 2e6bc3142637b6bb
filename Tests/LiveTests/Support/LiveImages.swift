import Foundation

/// A small web server that is nobody's sample, as images and as releases: `one` and `two` are well, `bad` never is.
///
/// Told `POST /break` it fails its health check until its container is made anew; that survives a restart.
enum LiveImages {
    static let repository = "lab-live-web"
    static let names = ["one", "two", "bad"]

    static func make(on docker: LiveDocker) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lab-live-image-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let state = folder.appendingPathComponent("state")
        try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
        try Data().write(to: state.appendingPathComponent("keep"))
        try compile(to: folder.appendingPathComponent("web"))
        for name in names {
            let lines = [
                "FROM scratch", "COPY web /web", "COPY --chown=1000:1000 state /state",
                "ENV IMAGE_SAYS=\(name) SHARED=image WELL=\(name == "bad" ? "no" : "yes")",
                "LABEL stage=\(name) from=image", "EXPOSE 8080", "VOLUME /imagevol", "WORKDIR /state",
                #"ENTRYPOINT ["/web"]"#, #"CMD ["plainly"]"#,
            ]
            let text = lines.joined(separator: "\n") + "\n"
            try text.write(to: folder.appendingPathComponent("Dockerfile"), atomically: true, encoding: .utf8)
            try docker.build(folder, tag: "\(repository):\(name)")
        }
    }

    /// The same as releases of the process engine: a folder each, in a new folder that is returned.
    static func releases() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "lab-live-releases-\(UUID())")
        for name in names {
            let release = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(at: release, withIntermediateDirectories: true)
            let program = release.appendingPathComponent("web")
            if name == names[0] {
                try compile(to: program)
            } else {
                try FileManager.default.copyItem(
                    at: folder.appendingPathComponent("\(names[0])/web"), to: program)
            }
            let manifest: JSONValue = [
                "command": "web",
                "environment": ["IMAGE_SAYS": .string(name), "WELL": name == "bad" ? "no" : "yes"],
            ]
            try JSONEncoder().encode(manifest).write(to: release.appendingPathComponent("release.json"))
        }
        return folder
    }

    /// Static: an image of it needs nothing but it.
    static func compile(to program: URL) throws {
        let file = program.deletingLastPathComponent().appendingPathComponent("web.c")
        defer { try? FileManager.default.removeItem(at: file) }
        try source.write(to: file, atomically: true, encoding: .utf8)
        try Shell.run("cc", "-static", "-O1", "-w", "-o", program.path, file.path)
    }

    private static let source = #"""
        #include <arpa/inet.h>
        #include <fcntl.h>
        #include <signal.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/stat.h>
        #include <unistd.h>

        static int listener;

        /// Takes nobody new and, told to, finishes what it has first.
        static void end(int number) {
            (void)number;
            close(listener);
            if (getenv("LINGER")) sleep(atoi(getenv("LINGER")));
            _exit(0);
        }

        static void say(int peer, const char *text) { write(peer, text, strlen(text)); }

        static void answer(int peer) {
            char request[2048] = {0};
            struct stat found;
            if (read(peer, request, sizeof request - 1) <= 0) return;
            if (!strncmp(request, "POST /break", 11)) {
                close(open("broken", O_CREAT | O_WRONLY, 0644));
                say(peer, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            } else if (strstr(request, "/garbage")) {
                for (int i = 0; i < 20000; i++) { unsigned char byte = rand(); write(peer, &byte, 1); }
            } else if (strstr(request, "/endless-head")) {
                say(peer, "HTTP/1.1 200 OK\r\n");
                for (;;) { say(peer, "X-More: and more\r\n"); usleep(1000); }
            } else if (strstr(request, "/endless-body")) {
                say(peer, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                for (;;) { say(peer, "1\r\nx\r\n"); usleep(20000); }
            } else if (strstr(request, "/circle")) {
                say(peer, "HTTP/1.1 302 Found\r\nLocation: /circle\r\nContent-Length: 0\r\n\r\n");
            } else if (strstr(request, "/silence")) {
                sleep(600);
            } else if (strstr(request, "/liar")) {
                say(peer, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort");
            } else if (!stat("broken", &found) || !strcmp(getenv("WELL") ?: "", "no")) {
                say(peer, "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            } else {
                say(peer, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nwell");
            }
        }

        int main(int argc, char **argv) {
            signal(SIGTERM, end);
            signal(SIGINT, end);
            signal(SIGCHLD, SIG_IGN);
            setvbuf(stdout, NULL, _IOLBF, 0);
            if (argc > 1 && !strcmp(argv[1], "true")) return 0;
            int port = getenv("PORT") ? atoi(getenv("PORT")) : 8080, one = 1;
            listener = socket(AF_INET, SOCK_STREAM, 0);
            setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
            struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
            if (!getenv("OPEN")) address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 64)) {
                perror("listen");
                return 1;
            }
            printf("%s listens on %d\n", getenv("IMAGE_SAYS") ?: "it", port);
            for (;;) {
                int peer = accept(listener, NULL, NULL);
                if (peer < 0) { usleep(10000); continue; }
                if (!fork()) { close(listener); answer(peer); _exit(0); }
                close(peer);
            }
        }
        """#
}
