// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"

#include <QString>

#include <cstddef>
#include <string>

namespace sightglass {

/// FileUnreadable: what could not be read, and why. Reasons are English; model/presentation/reasonstrings.h
/// lists those of ours.
[[nodiscard]] Error unreadable(const QString &what, const QString &reason);

/// A file's bytes, but for what is beyond `most`: whoever wants to know whether there is more asks for one
/// more. Devices, pipes and folders are refused, because they may never end, or never begin. Blocks. `buffer`
/// gives its memory. Errors: FileUnreadable.
[[nodiscard]] Result<std::string> readRegularFile(const QString &path, std::size_t most,
                                                  std::string buffer = {});

} // namespace sightglass
