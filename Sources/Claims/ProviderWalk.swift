import CareModel

extension RecordObject<ProviderRoleFields> {
    /// Calls `body` with each provider, role by role: every field is one of providers.
    @inline(__always)
    func forEachProvider(_ body: (RecordObject<ClaimProviderFields>) -> Void) {
        var role = slots + (index &+ 1)
        let end = role + (ProviderRoleFields.slotCount &- 1)
        while role != end {
            var provider = Int(role.pointee.start)
            while provider > 0 {
                body(RecordObject<ClaimProviderFields>(bytes: bytes, slots: slots, index: provider))
                provider = Int(slots[provider].start)
            }
            role += 1
        }
    }
}
