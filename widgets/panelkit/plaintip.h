// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QString>

#include <functional>

class QEvent;
class QWidget;

namespace sightglass {

/// Answers a request for a tool tip with what `textAt` says of its place in the widget: displayable text that
/// is shown as it is, never as rich text; where it is empty, no tip. False where the event is no such
/// request, and nothing was done.
bool answerToolTip(const QEvent *event, QWidget *widget, const std::function<QString(QPoint)> &textAt);

} // namespace sightglass
