// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>

class QWidget;

namespace sightglass {

/// Tells when a window has been painted for the first time: its widgets have drawn themselves, and the
/// display has taken the picture.
class FirstFrame : public QObject
{
    Q_OBJECT

public:
    /// Watches a window that is not shown yet.
    explicit FirstFrame(QWidget *window);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    /// Once.
    void painted();

private:
    bool m_seen = false;
};

/// Milliseconds since this process was made by its parent, exec, dynamic linking and all. At most 10 ms too
/// many (the kernel counts in ticks of that length), never too few. Nothing where the system does not tell.
[[nodiscard]] std::optional<qint64> processAgeMs();

} // namespace sightglass
