import Testing

@testable import ServiceDependencyGraph

@Suite struct DependencyGraphValidation {
    private func graph(_ edges: [(Int, Int)]) -> DependencyGraph {
        var graph = DependencyGraph()
        for (a, b) in edges { graph.add("\(a)", calls: "\(b)") }
        return graph
    }

    @Test func a_complete_graph() {
        let edges = (0..<8).flatMap { a in (0..<8).map { (a, $0) } }
        let graph = graph(edges)
        for node in 0..<8 {
            #expect(graph.dependencies(of: "\(node)") == Set((0..<8).filter { $0 != node }.map(String.init)))
        }
        #expect(graph.affected(byOutageOf: "3").count == 7)
    }

    @Test func a_ring() {
        let graph = graph((0..<10).map { ($0, ($0 + 1) % 10) })
        #expect(graph.dependencies(of: "4").count == 9)
        #expect(!graph.dependencies(of: "4").contains("4"))
    }

    @Test func loops_to_itself() {
        let graph = graph([(1, 1), (1, 2), (2, 2)])
        #expect(graph.dependencies(of: "1") == ["2"])
        #expect(graph.dependencies(of: "2").isEmpty)
        #expect(graph.affected(byOutageOf: "2") == ["1"])
    }

    @Test func diamonds() {
        let graph = graph([(1, 2), (1, 3), (2, 4), (3, 4), (4, 5), (1, 2)])
        #expect(graph.dependencies(of: "1") == ["2", "3", "4", "5"])
        #expect(graph.dependencies(of: "3") == ["4", "5"])
        #expect(graph.affected(byOutageOf: "5") == ["1", "2", "3", "4"])
        #expect(graph.affected(byOutageOf: "9") == [])
    }
}
