// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace sightglass {

/// The bearer token in a file: its first line without blanks around it, at most 4 KiB. Empty, with the reason
/// in `problem` (translated), where the file cannot be read or has none.
[[nodiscard]] QByteArray readTokenFile(const QString &path, QString &problem);

} // namespace sightglass
