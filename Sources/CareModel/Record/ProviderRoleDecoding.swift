// Providers by their roles as ordinary values, made from what was read of them.

extension ProviderRoles {
    init(_ object: RecordObject<ProviderRoleFields>?) {
        self.init()
        guard let object else { return }
        func provider(_ field: ProviderRoleFields) -> ClaimProvider? {
            object.object(field, ClaimProviderFields.self).map { ClaimProvider($0) }
        }
        billing = provider(.billingProvider)
        attending = provider(.attendingProvider)
        operating = provider(.operatingProvider)
        otherOperating = provider(.otherOperatingProvider)
        rendering = provider(.renderingProvider)
        purchasedService = provider(.purchasedServiceProvider)
        referring = object.objects(.referringProviders, ClaimProviderFields.self).map {
            ClaimProvider($0)
        }
        ordering = provider(.orderingProvider)
        supervising = provider(.supervisingProvider)
        assistantSurgeon = provider(.assistantSurgeon)
        serviceFacility = provider(.serviceFacility)
        ambulancePickUp = provider(.ambulancePickUp)
        ambulanceDropOff = provider(.ambulanceDropOff)
        other = object.objects(.otherProviders, ClaimProviderFields.self).map {
            ClaimProvider($0)
        }
    }
}
