// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/signaturehelp.h"
#include "widgets/style/theme.h"

#include <QFrame>

#include <optional>

namespace sightglass {

/// What a function takes, over the line in which it is called: its parameters with the one at the cursor
/// brought out, what it gives, one line on what it does. Lies in the editor's window and takes no input.
class SignatureTip : public QFrame
{
    Q_OBJECT

public:
    SignatureTip(const Theme &theme, QWidget *editor);

    void setTheme(const Theme &theme);
    /// Above `line` (in the editor's coordinates), or below where there is no room.
    void show(const SignatureHelp &help, const QRect &line);
    /// The signature as plain text; empty while hidden.
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Run
    {
        QString text;
        bool active = false;
    };
    [[nodiscard]] std::vector<Run> runs() const;

    QWidget *m_editor;
    Theme m_theme;
    std::optional<SignatureHelp> m_help;
};

} // namespace sightglass
