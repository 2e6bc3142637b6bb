import Foundation
package import Watchdog
package import WatchdogEngines

/// The runtime demo on a Swarm of one manager: services instead of containers, images of this machine alone.
package struct SwarmStage: DemoStage {
    private let swarm: SwarmEngine
    private let images: DockerStage
    private let data: String

    package init(swarm: SwarmEngine, docker: DockerEngine, rootfs: String, folder: String) {
        self.swarm = swarm
        images = DockerStage(docker: docker, rootfs: rootfs, folder: folder)
        data = DemoFiles(rootfs: rootfs, folder: folder).data
    }

    package var engine: any ContainerEngine { swarm }

    package var access: [String: String] { images.access }

    /// A Swarm restarts a task in a new container, so only a directory from outside survives that.
    package let places = DemoPlaces(own: "/data", scratch: "/scratch", data: "/data")

    package func prepare() async throws {
        await tearDown()
        try await images.prepare()
    }

    package func install(_ reference: String, settings: [String: String]) async throws -> String {
        try await images.install(reference, settings: settings)
    }

    package func deploy(_ service: DemoService, image: String) async throws {
        if try await swarm.list().contains(where: { $0.name == service.name }) {
            try await swarm.deploy(service.name, image: image)
            return try await settle(service.name)
        }
        let environment = service.settings.sorted { $0.key < $1.key }.map {
            JSON.string("\($0.key)=\($0.value)")
        }
        _ = try await swarm.createService([
            "Name": .string(service.name),
            "Labels": ["dev.healing-lab.demo": "true"],
            "TaskTemplate": [
                "ContainerSpec": [
                    "Image": .string(image), "Env": .array(environment),
                    "Mounts": [["Type": "bind", "Source": .string(data), "Target": "/data"]],
                ],
                "Networks": [["Target": "host"]],
                "Resources": ["Limits": ["MemoryBytes": .number("\(service.memoryLimitBytes)")]],
                // Starting again is left to the watchdog, as with the other engines.
                "RestartPolicy": ["Condition": "none"],
            ],
            "Mode": ["Replicated": ["Replicas": 1]],
        ])
        try await settle(service.name)
    }

    /// A Swarm takes a declaration at once and carries it out afterwards.
    private func settle(_ name: String) async throws {
        for _ in 0..<300 {
            let service = try await swarm.list().first { $0.name == name }
            if let service, service.state != .other, service.state != .created { return }
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    package func stop(_ name: String) async throws { try await swarm.scale(name, to: 0) }

    package func tearDown() async {
        for service in (try? await swarm.list()) ?? [] where service.name.hasPrefix("labapp-demo") {
            try? await swarm.removeService(service.name)
        }
        await images.tearDown()
    }
}
