// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace sightglass {

/// A line of plain text that takes the room there is: what does not fit ends with an ellipsis, and is whole
/// in the tool tip.
class CutLabel : public QLabel
{
    Q_OBJECT

public:
    explicit CutLabel(QWidget *parent = nullptr);

    /// Displayable.
    void setLine(const QString &line);
    [[nodiscard]] bool isCut() const;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
};

} // namespace sightglass
