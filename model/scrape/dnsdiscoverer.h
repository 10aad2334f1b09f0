// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/discoverer.h"

#include <QDnsLookup>
#include <QTimer>

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace sightglass {

/// One record of an answer: the host or address it leads to, as the name service writes it, and of an SRV
/// record its port.
struct DnsAnswer
{
    std::string host;
    std::uint16_t port = 0;
};

/// The target groups of a name's records, one for each, with Prometheus' labels (scraping reference, section
/// 11): a host's trailing dot is not part of its address.
[[nodiscard]] std::vector<TargetGroup> dnsGroups(const DnsDiscovery &config, const std::string &name,
                                                 std::span<const DnsAnswer> answers);

/// dns_sd_configs: addresses from the name service, asked again every so often. A name that cannot be
/// resolved keeps what it had; one that has no records has no targets.
class DnsDiscoverer final : public Discoverer
{
    Q_OBJECT

public:
    explicit DnsDiscoverer(DnsDiscovery config, QObject *parent = nullptr);
    ~DnsDiscoverer() override;

    void start() override;

private:
    void ask(const std::string &name);
    void take(const std::string &name);

    DnsDiscovery m_config;
    std::map<std::string, std::unique_ptr<QDnsLookup>> m_lookups;
    std::map<std::string, std::vector<TargetGroup>> m_good;
    std::map<std::string, Error> m_failed;
    QTimer m_refresh;
};

} // namespace sightglass
