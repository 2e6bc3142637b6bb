import Testing

@testable import ServiceDependencyGraph

@Suite struct DependencyGraphTests {
    @Test func indirect_dependencies() {
        var graph = DependencyGraph()
        graph.add("web", calls: "api")
        graph.add("api", calls: "db")
        #expect(graph.dependencies(of: "web") == ["api", "db"])
    }

    @Test func no_dependencies() {
        #expect(DependencyGraph().dependencies(of: "web").isEmpty)
    }

    @Test func a_service_is_not_its_own_dependency() {
        var graph = DependencyGraph()
        graph.add("a", calls: "b")
        graph.add("b", calls: "a")
        #expect(graph.dependencies(of: "a") == ["b"])
    }

    @Test func a_cycle_further_down() {
        var graph = DependencyGraph()
        graph.add("web", calls: "auth")
        graph.add("auth", calls: "users")
        graph.add("users", calls: "auth")
        #expect(graph.dependencies(of: "web") == ["auth", "users"])
    }

    @Test func outages() {
        var graph = DependencyGraph()
        graph.add("web", calls: "api")
        graph.add("api", calls: "db")
        graph.add("cron", calls: "mail")
        #expect(graph.affected(byOutageOf: "db") == ["api", "web"])
    }
}
