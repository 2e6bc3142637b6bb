import Foundation
package import Watchdog
package import WatchdogEngines

/// The runtime demo on a Docker engine: images from scratch, containers on the host's loopback.
package struct DockerStage: DemoStage {
    private let docker: DockerEngine
    private let files: DemoFiles

    /// - Parameters:
    ///   - rootfs: the sample service with all it needs, as `scripts/labapp-image` leaves it.
    ///   - folder: of the demo's own, for data that outlives containers.
    package init(docker: DockerEngine, rootfs: String, folder: String) {
        self.docker = docker
        files = DemoFiles(rootfs: rootfs, folder: folder)
    }

    package var engine: any ContainerEngine { docker }

    package var access: [String: String] {
        ["LAB_ENGINE_SOCKET": docker.socket.path, "DOCKER_HOST": docker.socket.description]
    }

    package let places = DemoPlaces(own: "/tmp", scratch: "/scratch", data: "/data")

    package func prepare() async throws {
        await tearDown()
        try files.prepare()
    }

    package func install(_ reference: String, settings: [String: String]) async throws -> String {
        let base = "labapp-demo:base-\(try files.digest().prefix(12))"
        if try await docker.imageDigest(base) == nil {
            var tar = TarArchive()
            try files.forEach { path, content, isExecutable in
                tar.add("rootfs/" + path, content, isExecutable: isExecutable)
            }
            tar.add("Dockerfile", Array("FROM scratch\nCOPY rootfs/ /\nENTRYPOINT [\"/labapp\"]\n".utf8))
            _ = try await docker.build(tar: tar.finished, tag: base)
        }
        var tar = TarArchive()
        let lines = settings.sorted { $0.key < $1.key }.map { "ENV \($0.key)=\($0.value)\n" }
        tar.add("Dockerfile", Array("FROM \(base)\n\(lines.joined())".utf8))
        return try await docker.build(tar: tar.finished, tag: reference)
    }

    package func deploy(_ service: DemoService, image: String) async throws {
        try await succeed(docker.perform(.tag(image: image, reference: service.reference)))
        try await docker.removeContainer(service.name)
        let environment = service.settings.sorted { $0.key < $1.key }.map {
            JSON.string("\($0.key)=\($0.value)")
        }
        _ = try await docker.createAndStart(
            name: service.name,
            body: [
                "Image": .string(service.reference), "Env": .array(environment),
                "Labels": ["dev.healing-lab.demo": "true"],
                "HostConfig": [
                    "NetworkMode": "host", "Memory": .number("\(service.memoryLimitBytes)"),
                    "Tmpfs": ["/scratch": ""], "Binds": [.string("\(files.data):/data")],
                ],
            ])
    }

    package func stop(_ name: String) async throws {
        try await succeed(docker.perform(.stop(id: name, timeout: .seconds(10))))
    }

    package func tearDown() async {
        let containers = (try? await docker.list()) ?? []
        for container in containers where container.name.hasPrefix("labapp-demo") {
            try? await docker.removeContainer(container.id)
        }
    }

    private func succeed(_ reply: EngineReply) throws {
        switch reply {
        case .refused(let fault), .unknown(let fault): throw fault
        case .survey, .logs, .done: return
        }
    }
}
