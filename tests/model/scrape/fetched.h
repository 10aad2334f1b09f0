// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/fetcher.h"

#include <QString>
#include <QUrl>

#include <cstdint>

namespace sightglass::test {

/// What the fetcher gets from there: the body, or the error's text behind "! ".
[[nodiscard]] QString fetched(Fetcher &fetcher, const QUrl &url, std::int64_t timeoutMs = 5000);

} // namespace sightglass::test
