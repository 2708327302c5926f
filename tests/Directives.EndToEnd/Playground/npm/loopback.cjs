// Loaded before the Playground, which has no option for the address to listen at and takes every interface of the machine: these are tests.
const { Server } = require("node:net");

const { listen } = Server.prototype;
Server.prototype.listen = function (port, ...rest) {
  return listen.call(this, { port: Number(port), host: "127.0.0.1" }, rest.find((argument) => typeof argument === "function"));
};
