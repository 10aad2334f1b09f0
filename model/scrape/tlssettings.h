// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/connectionsecrets.h"
#include "parser/base/result.h"

#include <QSslConfiguration>

namespace sightglass {

/// The client's side of TLS as a configuration wants it (scraping reference, section 10): own authorities
/// instead of the system's, a client certificate, versions, whether the server is verified at all. The
/// server's name is the link's. Unsupported, with what is wrong and in which file, where a PEM text holds
/// nothing usable, or a certificate comes without its key.
[[nodiscard]] Result<QSslConfiguration> sslConfiguration(const TlsConfig &tls, const TlsMaterial &material);

} // namespace sightglass
