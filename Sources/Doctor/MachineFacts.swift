/// What was found on a machine; the checks judge it and look at nothing themselves.
package struct MachineFacts: Sendable {
    /// A program that was asked for its version.
    package enum Tool: Sendable, Equatable {
        case missing
        /// It is there and did not answer; its first words.
        case broken(String)
        /// Its answer, in one line.
        case version(String)
    }

    /// The building and running of a program that uses both testing libraries.
    package enum Trial: Sendable, Equatable {
        case passed(Duration)
        /// What the compiler, the linker or the program said.
        case failed(String)
        /// Nothing was there to try it with.
        case untried
    }

    package enum Engine: Sendable, Equatable {
        /// There is nothing at the path.
        case noSocket(String)
        /// Something is there and does not answer as an engine does; why.
        case silent(socket: String, reason: String)
        case answers(socket: String, title: String, version: String)
        /// The setting that names it cannot be used; why.
        case badSetting(String)
    }

    /// A folder that has to take files.
    package struct Folder: Sendable, Equatable {
        package var path: String
        /// Of its file system; nil where that could not be asked.
        package var freeBytes: Int64?
        /// Files that can still be made there; nil where the file system sets no number.
        package var freeFiles: Int64?
        /// Why nothing can be written; nil when it can.
        package var problem: String?

        package init(path: String, freeBytes: Int64?, freeFiles: Int64? = nil, problem: String? = nil) {
            self.path = path
            self.freeBytes = freeBytes
            self.freeFiles = freeFiles
            self.problem = problem
        }
    }

    package enum Isolation: Sendable, Equatable {
        case full
        /// Why it is not more, and what is open.
        case partial(String)
        /// `libForkServer.so` is not beside `lab`.
        case noLibrary
        case notLinux
    }

    /// Who installs what is missing.
    package enum Installer: Sendable, Equatable {
        case apt
        case brew
        case unknown
    }

    package var swift: Tool
    package var trial: Trial
    package var git: Tool
    /// Version of the libgit2 that the lab runs with.
    package var libgit2: String
    package var pkgConfig: Tool
    /// Versions of what `pkg-config` knows, by its names: `libgit2`, `sqlite3`.
    package var libraries: [String: String]
    package var curl: Tool
    package var engine: Engine
    /// Where private copies are kept.
    package var work: Folder
    package var temporary: Folder
    package var isolation: Isolation
    package var installer: Installer

    package init(
        swift: Tool, trial: Trial, git: Tool, libgit2: String, pkgConfig: Tool, libraries: [String: String],
        curl: Tool, engine: Engine, work: Folder, temporary: Folder, isolation: Isolation,
        installer: Installer
    ) {
        self.swift = swift
        self.trial = trial
        self.git = git
        self.libgit2 = libgit2
        self.pkgConfig = pkgConfig
        self.libraries = libraries
        self.curl = curl
        self.engine = engine
        self.work = work
        self.temporary = temporary
        self.isolation = isolation
        self.installer = installer
    }
}

extension MachineFacts.Installer {
    /// How to get packages, given by their names in Debian.
    func advice(_ packages: [String]) -> String {
        switch self {
        case .apt: "apt-get install \(packages.joined(separator: " "))"
        case .brew:
            "brew install "
                + packages.map { $0.replacing("-dev", with: "").replacing("libsqlite3", with: "sqlite") }
                .joined(separator: " ")
        case .unknown:
            "install \(packages.joined(separator: ", ")) (Debian's names) with your package manager"
        }
    }
}
