// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <string>

namespace sightglass {

/// All bytes of a file, or of the standard input where it is "-", up to its end, however slowly they come.
/// Errors: FileUnreadable, also for more than `longest` bytes.
[[nodiscard]] Result<std::string> readCommandInput(const QString &source, std::size_t longest);

/// The same of a page, unpacked where it is packed with gzip or zstd, as told by its first bytes. Errors
/// also: BodyTooLarge, Decompression….
[[nodiscard]] Result<std::string> readPageInput(const QString &source, std::size_t longest);

/// The same of a rule file, also of one that comes along ("bundled:node").
[[nodiscard]] Result<std::string> readRulesInput(const QString &source, std::size_t longest);

/// The files that an argument means: itself where there is such a file or it is "-", else those that match
/// it; itself where none does.
[[nodiscard]] QStringList filesOfPattern(const QString &argument);

} // namespace sightglass
