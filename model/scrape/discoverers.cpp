// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/discoverers.h"

#include "model/scrape/dnsdiscoverer.h"
#include "model/scrape/filediscoverer.h"
#include "model/scrape/httpdiscoverer.h"

namespace sightglass {

namespace {

std::unique_ptr<Discoverer> make(const FileDiscovery &discovery)
{
    return std::make_unique<FileDiscoverer>(discovery);
}

std::unique_ptr<Discoverer> make(const HttpDiscovery &discovery)
{
    return std::make_unique<HttpDiscoverer>(discovery);
}

std::unique_ptr<Discoverer> make(const DnsDiscovery &discovery)
{
    return std::make_unique<DnsDiscoverer>(discovery);
}

} // namespace

std::unique_ptr<Discoverer> makeDiscoverer(const Discovery &discovery)
{
    return std::visit([](const auto &kind) { return make(kind); }, discovery);
}

} // namespace sightglass
