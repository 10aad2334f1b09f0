// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/displaylist.h"
#include "widgets/style/theme.h"

#include <QWidget>

class QLabel;

namespace sightglass {

/// What a panel says instead of its view or above it: waiting, or why its query failed. Plain, displayable
/// text.
class PanelMessage : public QWidget
{
    Q_OBJECT

public:
    explicit PanelMessage(const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void showWaiting(const QString &text);
    /// `expression`: the query with its wrong place marked. `besideView`: the rest of the panel still has
    /// something to show.
    void showError(const QString &text, const QString &expression, bool besideView);
    /// There is nothing to show: that, why, and the query as it is probably meant, if that is known.
    void showReason(const QString &nothing, const QString &reason, const QString &meant);
    /// Nothing to say: takes no room.
    void clear();
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString expression() const;

    /// For an export: texts wrapped as they are shown.
    [[nodiscard]] DisplayList drawing() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Kind : unsigned char
    {
        None,
        Waiting,
        Reason,
        Error
    };
    void apply();
    [[nodiscard]] bool hasExpression() const;
    [[nodiscard]] DisplayList background() const;

    Theme m_theme;
    Kind m_kind = Kind::None;
    QLabel *m_text;
    QLabel *m_expression;
};

} // namespace sightglass
