// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editors/signaturetip.h"

#include "model/presentation/findingtext.h"
#include "widgets/editors/promqlcolors.h"

#include <QPainter>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int padding = 8;

QFont boldOf(QFont font)
{
    font.setBold(true);
    return font;
}

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

SignatureTip::SignatureTip(const Theme &theme, QWidget *editor)
    : QFrame(editor)
    , m_editor(editor)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("signatureTip"));
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void SignatureTip::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

std::vector<SignatureTip::Run> SignatureTip::runs() const
{
    std::vector<Run> runs{{textOf(m_help->doc->word) + QStringLiteral("("), false}};
    for (std::size_t i = 0; i < m_help->parameters.size(); ++i) {
        const Parameter &parameter = m_help->parameters[i];
        if (i > 0)
            runs.push_back({QStringLiteral(", "), false});
        QString text = textOf(parameter.name) + QStringLiteral(": ") + valueTypeDisplayText(parameter.type);
        if (parameter.repeated)
            text += QStringLiteral(" …");
        if (parameter.optional)
            text = QStringLiteral("[%1]").arg(text);
        runs.push_back({text, i == m_help->active});
    }
    runs.push_back({QStringLiteral(") → ") + valueTypeDisplayText(m_help->result), false});
    return runs;
}

QString SignatureTip::text() const
{
    QString text;
    if (m_help && !isHidden()) {
        for (const Run &run : runs())
            text += run.text;
    }
    return text;
}

void SignatureTip::show(const SignatureHelp &help, const QRect &line)
{
    if (parentWidget() != m_editor->window())
        setParent(m_editor->window());
    m_help = help;
    const QFont mono = promqlFont(font());
    int width = 0;
    for (const Run &run : runs())
        width += QFontMetrics(run.active ? boldOf(mono) : mono).horizontalAdvance(run.text);
    const QString doc = wordDocText(help.doc->text);
    width = std::max(width, fontMetrics().horizontalAdvance(doc)) + 2 * padding;
    const int height = QFontMetrics(mono).height() + fontMetrics().height() + padding + 4;
    QWidget *window = m_editor->window();
    const QRect asked(m_editor->mapTo(window, line.topLeft()), line.size());
    const int left = std::clamp(asked.left(), 4, std::max(4, window->width() - width - 4));
    const bool over = asked.top() - height - 2 >= 0;
    setGeometry(left, over ? asked.top() - height - 2 : asked.bottom() + 2,
                std::min(width, window->width() - 8), height);
    QFrame::show();
    raise();
    update();
}

void SignatureTip::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (!m_help)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.surfaceRaised);
    painter.setPen(m_theme.axis);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    const QFont mono = promqlFont(font());
    const int lineHeight = QFontMetrics(mono).height();
    int x = padding;
    for (const Run &run : runs()) {
        const QFont runFont = run.active ? boldOf(mono) : mono;
        painter.setFont(runFont);
        painter.setPen(run.active ? m_theme.accent : m_theme.text);
        const int width = QFontMetrics(runFont).horizontalAdvance(run.text);
        painter.drawText(QRect(x, padding / 2, width + 2, lineHeight), Qt::AlignVCenter | Qt::AlignLeft,
                         run.text);
        x += width;
    }
    painter.setFont(font());
    painter.setPen(m_theme.textMuted);
    painter.drawText(rect().adjusted(padding, padding / 2 + lineHeight + 2, -padding, 0),
                     Qt::AlignTop | Qt::AlignLeft, wordDocText(m_help->doc->text));
}

} // namespace sightglass
