// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/config/httpclientconfig.h"

#include <QUrl>

#include <functional>
#include <string>
#include <string_view>

namespace sightglass {

/// Whether a URL is asked directly, by a list such as that of no_proxy, as Go's httpproxy reads it:
/// comma-separated host names (the domains below them too), ".domain" and "*.domain" (only those below),
/// addresses, networks as 10.0.0.0/8, each but a network with ":port" behind it if wanted, or "*" for
/// everything. This machine (localhost, loopback addresses) is asked directly whatever the list says.
[[nodiscard]] bool bypassesProxy(std::string_view noProxy, const QUrl &url);

/// A variable of the environment; empty: not set.
using Environment = std::function<std::string(const char *)>;
[[nodiscard]] std::string processEnvironment(const char *name);

/// The proxy that an http or https URL is asked through; empty: none. `environment` is asked for HTTP_PROXY,
/// HTTPS_PROXY, NO_PROXY and the same in lower case, where the configuration says so. Without a no_proxy, a
/// proxy that the configuration names is for everything, this machine included (Prometheus). Unsupported for
/// what is no http or https proxy, without what may be a password in it.
[[nodiscard]] Result<QUrl> proxyFor(const ProxyConfig &config, const QUrl &url,
                                    const Environment &environment = processEnvironment);

} // namespace sightglass
