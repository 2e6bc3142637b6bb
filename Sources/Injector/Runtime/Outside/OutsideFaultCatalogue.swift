/// Every fault and control there is for services of somebody's own.
package enum OutsideFaultCatalogue {
    package static let all: [any OutsideFault] = [
        OutsideCrash(), OutsideHang(), OutsideCalm(), OutsideStop(), OutsidePause(),
    ]

    package static func find(_ id: String) -> (any OutsideFault)? { all.first { $0.id == id } }
}
