import Doctor

extension MachineFacts {
    /// A machine that lacks nothing.
    static var sound: MachineFacts {
        MachineFacts(
            swift: .version("Swift version 6.3.1 (swift-6.3.1-RELEASE)"), trial: .passed(.seconds(2)),
            git: .version("git version 2.39.5"), libgit2: "1.5.1", pkgConfig: .version("1.8.1"),
            libraries: ["libgit2": "1.5.1", "sqlite3": "3.40.1"], curl: .version("curl 7.88.1"),
            engine: .answers(
                socket: "/var/run/docker.sock", title: "Docker Engine 20.10.24", version: "1.41"),
            work: Folder(path: "/home/ada/.cache/healing-lab", freeBytes: 50 << 30, freeFiles: 1_000_000),
            temporary: Folder(path: "/tmp", freeBytes: 50 << 30), isolation: .full, installer: .apt)
    }

    func with(_ change: (inout MachineFacts) -> Void) -> MachineFacts {
        var facts = self
        change(&facts)
        return facts
    }

    func check(_ id: CheckID, required: Set<CheckID> = []) -> Check? {
        Examination(self, required: required).checks.first { $0.id == id }
    }
}
