package io.github.centrifugorpc.redis;

import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections on which nothing has come back for some time after something was sent, so that another one is made.
 * Where a machine or the network between has gone without a word, the system itself would wait for a quarter of an hour.
 */
record SilentChannels(Duration limit) implements NettyCustomizer {

    @Override
    public void afterChannelInitialized(Channel channel) {
        channel.pipeline().addFirst(new Watch(limit));
    }

    private static final class Watch extends ChannelDuplexHandler {

        private final Duration limit;
        private boolean isWaiting;
        private boolean hasHeard;

        Watch(Duration limit) {
            this.limit = limit;
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
            if (!isWaiting) {
                isWaiting = true;
                hasHeard = false;
                var unused = context.executor().schedule(() -> look(context), limit.toMillis(), TimeUnit.MILLISECONDS);
            }
            super.write(context, message, promise);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            hasHeard = true;
            context.fireChannelRead(message);
        }

        private void look(ChannelHandlerContext context) {
            isWaiting = false;
            if (!hasHeard) {
                var unused = context.close();
            }
        }
    }
}
