// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/dnsdiscoverer.h"

#include <QHostAddress>

#include <algorithm>
#include <climits>
#include <utility>

namespace sightglass {

namespace {

QDnsLookup::Type typeOf(DnsRecord record)
{
    switch (record) {
    case DnsRecord::Srv:
        return QDnsLookup::SRV;
    case DnsRecord::A:
        return QDnsLookup::A;
    case DnsRecord::Aaaa:
        return QDnsLookup::AAAA;
    case DnsRecord::Mx:
        return QDnsLookup::MX;
    case DnsRecord::Ns:
        return QDnsLookup::NS;
    }
    return QDnsLookup::A;
}

std::vector<DnsAnswer> answersOf(const QDnsLookup &lookup)
{
    std::vector<DnsAnswer> answers;
    for (const QDnsServiceRecord &record : lookup.serviceRecords())
        answers.push_back({record.target().toStdString(), record.port()});
    for (const QDnsHostAddressRecord &record : lookup.hostAddressRecords())
        answers.push_back({record.value().toString().toStdString()});
    for (const QDnsMailExchangeRecord &record : lookup.mailExchangeRecords())
        answers.push_back({record.exchange().toStdString()});
    for (const QDnsDomainNameRecord &record : lookup.nameServerRecords())
        answers.push_back({record.value().toStdString()});
    return answers;
}

std::string hostAndPort(std::string host, unsigned port)
{
    if (host.ends_with('.'))
        host.pop_back();
    if (host.find(':') != std::string::npos)
        host = "[" + host + "]";
    return host + ":" + std::to_string(port);
}

} // namespace

std::vector<TargetGroup> dnsGroups(const DnsDiscovery &config, const std::string &name,
                                   std::span<const DnsAnswer> answers)
{
    std::vector<TargetGroup> groups;
    for (const DnsAnswer &answer : answers) {
        const bool isService = config.type == DnsRecord::Srv;
        const unsigned port = isService ? answer.port : config.port;
        TargetGroup group;
        group.source = name;
        group.addresses = {hostAndPort(answer.host, port)};
        group.labels = {{"__meta_dns_name", name}};
        if (isService) {
            group.labels.push_back({"__meta_dns_srv_record_target", answer.host});
            group.labels.push_back({"__meta_dns_srv_record_port", std::to_string(port)});
        } else if (config.type == DnsRecord::Mx) {
            group.labels.push_back({"__meta_dns_mx_record_target", answer.host});
        } else if (config.type == DnsRecord::Ns) {
            group.labels.push_back({"__meta_dns_ns_record_target", answer.host});
        }
        groups.push_back(std::move(group));
    }
    // Name servers answer in turns; that is no change.
    std::sort(groups.begin(), groups.end(),
              [](const TargetGroup &a, const TargetGroup &b) { return a.addresses < b.addresses; });
    return groups;
}

DnsDiscoverer::DnsDiscoverer(DnsDiscovery config, QObject *parent)
    : Discoverer(parent)
    , m_config(std::move(config))
{
    m_refresh.setInterval(static_cast<int>(std::clamp<std::int64_t>(m_config.refreshMs, 1, INT_MAX)));
    connect(&m_refresh, &QTimer::timeout, this, &DnsDiscoverer::start);
}

DnsDiscoverer::~DnsDiscoverer() = default;

void DnsDiscoverer::start()
{
    m_refresh.start();
    for (const std::string &name : m_config.names) {
        if (const auto &lookup = m_lookups[name]; !lookup || lookup->isFinished())
            ask(name);
    }
}

void DnsDiscoverer::ask(const std::string &name)
{
    auto lookup = std::make_unique<QDnsLookup>(typeOf(m_config.type), QString::fromStdString(name));
    // The one before may be the caller, up the stack: it goes with the event loop.
    connect(
        lookup.get(), &QDnsLookup::finished, this, [this, name] { take(name); }, Qt::QueuedConnection);
    lookup->lookup();
    m_lookups[name] = std::move(lookup);
}

void DnsDiscoverer::take(const std::string &name)
{
    const QDnsLookup &lookup = *m_lookups[name];
    const bool hasNone = lookup.error() == QDnsLookup::NotFoundError;
    if (lookup.error() == QDnsLookup::NoError || hasNone) {
        m_good[name] = dnsGroups(m_config, name, answersOf(lookup));
        m_failed.erase(name);
    } else {
        m_failed.insert_or_assign(
            name,
            Error{ErrorCode::HostNotFound, {name + " (" + lookup.errorString().toStdString() + ")"}, {}, {}});
    }
    std::vector<TargetGroup> all;
    for (const auto &[known, groups] : m_good)
        all.insert(all.end(), groups.begin(), groups.end());
    std::vector<Error> problems;
    for (const auto &[failed, error] : m_failed)
        problems.push_back(error);
    found(std::move(all), std::move(problems));
}

} // namespace sightglass
