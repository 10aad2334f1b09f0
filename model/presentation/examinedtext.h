// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/pagecapture.h"
#include "parser/base/result.h"

#include <QString>

#include <cstddef>
#include <memory>
#include <string>

namespace sightglass {

/// The most that is taken of a text or file to examine, unpacked too.
inline constexpr std::size_t mostExaminedBytes = std::size_t{64} << 20;

/// A text that somebody pasted, dropped or opened, as a page. Packed ones (gzip, zstd, told by their first
/// bytes) are unpacked; the format is told by the content. Errors: BodyTooLarge, Decompression….
[[nodiscard]] Result<std::shared_ptr<const PageCapture>> examinedText(std::string bytes);

/// The same of a file. Errors also: FileUnreadable, for what is no regular file too. May hang with its file
/// system: not for the GUI thread.
[[nodiscard]] Result<std::shared_ptr<const PageCapture>> examinedFile(const QString &fileName);

} // namespace sightglass
