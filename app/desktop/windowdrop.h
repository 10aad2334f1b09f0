// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QEvent;
class QMimeData;

namespace sightglass {

/// For event filters of a window: accepts, as a copy, what is dragged over it where it can be taken, and
/// takes it when it is dropped. False where the event is something else, or cannot be taken: others may look
/// at it.
[[nodiscard]] bool takeDrop(QEvent *event, const std::function<bool(const QMimeData &)> &canTake,
                            const std::function<void(const QMimeData &)> &take);

} // namespace sightglass
